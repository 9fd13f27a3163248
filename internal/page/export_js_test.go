package page

var NumberOf = numberOf
