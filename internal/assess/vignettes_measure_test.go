package assess

// mirrorsOfMeasure are about what must not decide: mood, effort, order and noise.
var mirrorsOfMeasure = []mirror{
	{
		idea: "to be tired of somebody is no evidence", more: "strain",
		left: scene{name: "nothing but good, and I am exhausted", want: "invest",
			why:  "they did nothing; what is heavy is ours to look after",
			tale: "60 contact 3 e5, 40 praise 2 e5, 30 contact 3 e5, 20 payment 3 e4, 10 contact 3 e5"},
		right: scene{name: "nothing but good, and I am fine", want: "keep",
			why:  "nothing is wrong",
			tale: "60 contact 3 e0, 40 praise 2 e0, 30 contact 3 e0, 20 payment 3 e0, 10 contact 3 e0"},
	},
	{
		idea: "hours nobody paid weigh on us and accuse nobody", more: "strain",
		left: scene{name: "agreed work that took all week", want: "invest",
			why:  "it was agreed; that it took long is a matter of planning or price",
			tale: "60 praise 3, 30 demand:in 3 600m, 20 demand:in 3 600m, 10 payment 3"},
		right: scene{name: "agreed work", want: "keep",
			why:  "asking for what was agreed is normal work",
			tale: "60 praise 3, 30 demand:in 3, 20 demand:in 3, 10 payment 3"},
	},
	{
		idea: "what was rated in anger counts half", more: "pattern",
		left: scene{name: "written down calmly", want: "limit|end",
			why:  "four attacks, judged with a cool head",
			tale: "60 disrespect 4 a1, 40 disrespect 4 a0, 20 disrespect 4 a2, 5 disrespect 4 a1"},
		right: scene{name: "written down in a rage", want: "limit|invest",
			why:  "the same, as it looked to somebody beside themselves: look again tomorrow",
			tale: "60 disrespect 4 a9, 40 disrespect 4 a8, 20 disrespect 4 a10, 5 disrespect 4 a9"},
	},
	{
		idea: "asking for what was agreed is work", more: "pattern",
		left: scene{name: "five requests beyond the agreement", want: "limit",
			why:  "more than was agreed, again and again: say it and price it",
			tale: "90 payment 3, 60 demand:beyond 3, 45 demand:beyond 3, 30 demand:beyond 3, 15 demand:beyond 3, 5 demand:beyond 3"},
		right: scene{name: "five requests within the agreement", want: "invest",
			why:  "this is what they pay for",
			tale: "90 payment 3, 60 demand:in 3, 45 demand:in 3, 30 demand:in 3, 15 demand:in 3, 5 demand:in 3"},
	},
	{
		idea: "one bad day, with a past and without", more: "circumstance",
		left: scene{name: "one harsh word after good years", want: "invest",
			why:  "a single bad day never condemns",
			tale: "900 praise 3, 600 cooperation 3, 300 payment 3, 10 disrespect 3"},
		right: scene{name: "one harsh word and nothing else known", want: "unclear|limit",
			why:  "a first sign, and nothing says what it means",
			tale: "10 disrespect 3"},
	},
	{
		idea: "a word ahead of trouble", more: "circumstance",
		left: scene{name: "they tell of hard times to come", want: "extra_mile",
			why:  "who tells in time is to be met half-way in time",
			tale: "300 payment 3, 100 praise 3, 10 hardship 4"},
		right: scene{name: "nothing to tell", want: "keep",
			why:  "carry on",
			tale: "300 payment 3, 100 praise 3, 10 contact 3"},
	},
	{
		idea: "thanks after trouble lower it, words alone little",
		left: scene{name: "crossed limits, and nice words since", want: "limit|end",
			why:  "praise costs nothing; the limit is still crossed",
			tale: "90 intrusion 3, 70 boundary 3, 50 intrusion 4, 35 demand:beyond 4, 20 disrespect 3, 10 praise 3, 3 praise 3"},
		right: scene{name: "crossed limits, and then they made up for it", want: "limit|invest",
			why:  "they apologised and gave way: deeds that cost something",
			tale: "90 intrusion 3, 70 boundary 3, 50 intrusion 4, 35 demand:beyond 4, 20 disrespect 3, 10 apology 4, 3 cooperation 4"},
	},
}

// scenes stand alone.
var scenes = []scene{
	{name: "notes and calls", want: "unclear", why: "nothing on record says how it is going",
		tale: "60 note 3, 30 contact 3, 5 note 3"},
	{name: "a quiet good client", want: "keep", why: "they pay, they thank, nothing else happens",
		tale: "200 praise 3, 100 payment 3, 30 payment 3"},
	{name: "twelve justified complaints", want: "mend", why: "however many there are, they are about us",
		tale: "120 complaint:yes 4, 110 complaint:yes 4, 100 complaint:yes 4, 90 complaint:yes 4, 80 complaint:yes 4, 70 complaint:yes 4, " +
			"60 complaint:yes 4, 50 complaint:yes 4, 40 complaint:yes 4, 30 complaint:yes 4, 20 complaint:yes 4, 10 complaint:yes 4"},
	{name: "a grave complaint that is right", want: "mend", why: "it weighs on us, and it is ours",
		tale: "200 payment 3, 5 complaint:yes 5"},
	{name: "a threat among kindness", want: "safety", why: "kindness before and after does not make a threat harmless",
		tale: "200 praise 5, 30 threat 4, 20 praise 5, 10 apology 2"},
	{name: "told, helped and asked, all in vain", want: "end", why: "every rung was climbed and nothing held",
		tale: "200 expectations 3, 170 demand:beyond 4, 150 boundary 4, 130 demand:beyond 4, 110 remedy 4, 90 complaint:no 4, " +
			"60 disrespect 4, 30 demand:beyond 4, 5 disrespect 3"},
	{name: "a single request beyond the agreement", want: "limit|invest", why: "some drift is ordinary: say yes or no, and the price",
		tale: "90 praise 3, 60 payment 3, 5 demand:beyond 2"},
	{name: "two others who do the same are too few to tell", want: "limit", why: "with two others nobody can know whether it is about us",
		tale: "70 complaint:no 3, 40 complaint:no 3, 10 complaint:no 4", others: Others{Clients: 2, Friction: map[string]int{ReasonUnfounded: 2}}},
}
