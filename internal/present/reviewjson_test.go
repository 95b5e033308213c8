package present_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestTheReviewForOtherProgramsKeepsItsShape(t *testing.T) {
	h, st := harbour()
	x := sampleExamination()
	h.Decisions = append(h.Decisions, rapport.Decision{On: today.AddDays(-21), Offered: rapport.Trial, Chosen: rapport.Trial, Again: today})
	review := present.NewReviewJSON(english(), []present.Judged{
		{History: h, Assessment: st.Assessment, Examination: &x, Findings: present.Findings{
			Alerts:   []assess.Alert{{Axis: assess.Complexity, Limit: 3, Value: 4}},
			Progress: &assess.Progress{Course: assess.Better},
			BackTest: &assess.BackTest{Ended: today, Before: []assess.Earlier{{Days: 90, Verdict: rapport.Keep, Pattern: .128}}},
		}},
		{History: assess.History{Client: rapport.Client{Name: "New"}}, Assessment: assess.Assessment{On: today, Verdict: rapport.Unclear, Rule: assess.RuleNothingRecorded}},
	}, today)
	got, err := json.MarshalIndent(review, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(reviewJSON, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

const reviewJSON = `{
 "on": "2026-06-30",
 "clients": [
  {
   "client": "Harbour Studio",
   "verdict": "extra_mile",
   "strain": 61,
   "parts": {
    "demands": 40,
    "complaints": 35,
    "conduct": 0,
    "payment": 20,
    "energy": 30
   },
   "source": {
    "pattern": 0.12,
    "circumstance": 0.71,
    "ours": 0.17
   },
   "confidence": "substantial",
   "ladder": [
    {
     "rung": "expectations",
     "on": "2025-02-01",
     "held": true
    },
    {
     "rung": "effort",
     "on": "2026-06-09",
     "held": true
    }
   ],
   "reasons": [
    {
     "toward": "circumstance",
     "decibans": 6,
     "entries": [
      "2026-05-12 hardship"
     ],
     "text": "A hard time began on 12 May, with no friction before it"
    },
    {
     "toward": "circumstance",
     "decibans": 3.4,
     "entries": [
      "2026-02-03 praise"
     ],
     "text": "26 months without friction came first"
    },
    {
     "toward": "circumstance",
     "decibans": 3,
     "entries": [
      "2026-06-04 apology"
     ],
     "text": "They apologised on 4 June"
    },
    {
     "toward": "ours",
     "decibans": 2.9,
     "entries": [
      "2026-05-15 complaint"
     ],
     "text": "A complaint on 15 May was partly justified"
    },
    {
     "toward": "pattern",
     "decibans": 1.2,
     "invoices": [
      "2041"
     ],
     "text": "An invoice is 12 days overdue"
    }
   ],
   "would_change": [
    {
     "if": "Without the entry of 12 May (hardship)",
     "verdict": "trial",
     "without": [
      "2026-05-12 hardship"
     ]
    },
    {
     "if": "If what is owed is paid by 10 July",
     "verdict": "keep"
    },
    {
     "if": "If it happens two more times by 14 July (intrusion)",
     "verdict": "trial"
    }
   ],
   "ask": "The complaint of 15 May: was it justified?",
   "question": "was_it_fair",
   "options": [
    {
     "code": "yes",
     "verdict": "mend"
    },
    {
     "code": "partly",
     "verdict": "extra_mile"
    },
    {
     "code": "no",
     "verdict": "trial"
    },
    {
     "code": "dont_know",
     "verdict": "extra_mile"
    }
   ],
   "next": "Ask how they are, and offer some relief for a while.",
   "payment": {
    "index": 72,
    "late_next": 0.58,
    "low": 0.38,
    "high": 0.79,
    "invoices": 12,
    "late": 7,
    "silent": 5,
    "disputed": 1
   },
   "worth": [
    {
     "currency": "EUR",
     "per_hour": "85.24",
     "received": "25240.00",
     "given": "200.00",
     "billed": 17400,
     "chasing": 45,
     "recovery": 180,
     "share": 0.22
    }
   ],
   "onset": "2026-05-15",
   "around": [
    {
     "code": "hardship",
     "on": "2026-05-12",
     "text": "12 May: a hard time on their side"
    },
    {
     "code": "price_rise",
     "on": "2026-05-21",
     "text": "21 May: your price went up"
    }
   ],
   "trial": {
    "chosen": "trial",
    "on": "2026-06-09",
    "again": "2026-06-30",
    "course": "better"
   },
   "alerts": [
    {
     "axis": "complexity",
     "limit": 3,
     "value": 4,
     "text": "Kinds of friction within thirty days: 4, your limit is 3"
    }
   ],
   "back_test": {
    "ended": "2026-06-30",
    "before": [
     {
      "days": 90,
      "verdict": "keep",
      "pattern": 0.13
     }
    ]
   }
  },
  {
   "client": "New",
   "verdict": "unclear",
   "strain": 0,
   "parts": {
    "demands": 0,
    "complaints": 0,
    "conduct": 0,
    "payment": 0,
    "energy": 0
   }
  }
 ]
}`

func TestATrialForOtherProgramsSaysWhatWillCountUntilItsDay(t *testing.T) {
	h, st := harbour()
	h.Decisions = []rapport.Decision{
		{On: today.AddDays(-9), Offered: rapport.Trial, Chosen: rapport.Trial, Again: today.AddDays(19)},
		{On: today.AddDays(-30), Offered: rapport.Trial, Chosen: rapport.Trial},
	}
	judged := []present.Judged{{History: h, Assessment: st.Assessment}}
	trial := present.NewReviewJSON(english(), judged, today).Clients[0].Trial
	if trial == nil || trial.On != today.AddDays(-9) || trial.Course != assess.Pending || len(trial.Better) == 0 || len(trial.Worse) == 0 {
		t.Errorf("got %+v", trial)
	}
	h.Decisions[1].On = today // decided anew, without a day
	judged[0].History = h
	if trial := present.NewReviewJSON(english(), judged, today).Clients[0].Trial; trial != nil {
		t.Errorf("a later decision without a day leaves %+v", trial)
	}
}
