package intake

import "github.com/rapport-desktop/rapport/internal/rapport"

// What a quick line, a name or a file may be refused for, beside the refusals of
// package rapport. The particulars each carries stand beside it; candidates,
// missing and found are lists, joined by comma and blank.
var (
	ErrNameUnknown = &rapport.Problem{Code: "name_unknown"} // value: what was looked for
	ErrNameNear    = &rapport.Problem{Code: "name_near"}    // value, candidates: no such client, but these look alike
	ErrNameSeveral = &rapport.Problem{Code: "name_several"} // value, candidates: it could be any of these

	ErrLineClient    = &rapport.Problem{Code: "line_client"}    // no client in the line
	ErrLineKind      = &rapport.Problem{Code: "line_kind"}      // no kind in the line
	ErrDateAmbiguous = &rapport.Problem{Code: "date_ambiguous"} // value, first, second: both days it could be

	ErrFileEmpty   = &rapport.Problem{Code: "csv_empty"}        // file
	ErrHeader      = &rapport.Problem{Code: "csv_header"}       // file, missing, found: column names
	ErrHeaderTwice = &rapport.Problem{Code: "csv_header_twice"} // file, column
	ErrRagged      = &rapport.Problem{Code: "csv_ragged"}       // got, want: number of cells
	ErrQuoteOpen   = &rapport.Problem{Code: "csv_quote_open"}   // a quote is opened and never closed
	ErrQuoteText   = &rapport.Problem{Code: "csv_quote_text"}   // text between a closing quote and the separator
	ErrCellUTF8    = &rapport.Problem{Code: "csv_utf8"}         // column; wraps rapport.ErrTextUTF8
	ErrCellNUL     = &rapport.Problem{Code: "csv_nul"}          // column; wraps rapport.ErrTextNUL
	ErrKindLike    = &rapport.Problem{Code: "csv_kind_like"}    // value, like; wraps rapport.ErrKindUnknown

	ErrNoCircumstance = &rapport.Problem{Code: "csv_no_circumstance"} // value: a kind that is no hardship, with days of one
	ErrFlag           = &rapport.Problem{Code: "csv_flag"}            // value: neither yes nor no
	ErrHours          = &rapport.Problem{Code: "csv_hours"}           // value, most: no number of hours from 0 to most

	ErrInvoiceDiffers = &rapport.Problem{Code: "csv_invoice_differs"} // number, column, first, value: rows of one invoice disagree
	ErrPaidDay        = &rapport.Problem{Code: "csv_paid_day"}        // value: an amount paid without its day
	ErrPaidAmount     = &rapport.Problem{Code: "csv_paid_amount"}     // date: a day paid without its amount
	ErrInvoiceRow     = &rapport.Problem{Code: "csv_invoice_row"}     // number, line: withheld because that row of it is faulty
)
