package words

// accented are the small letters of languages in Latin script that people also write without their accents, behind the
// letters that stand for them. The tables of package golang.org/x/text would know more scripts, and are larger than the
// rest of the program.
var accented = map[string]string{
	"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "ae": "æ", "c": "çćĉċč", "d": "ďđḍ", "e": "èéêëēĕėęěẹẻẽếềểễệə", "g": "ĝğġģ", "h": "ĥħḥ",
	"i": "ìíîïĩīĭįıỉị", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏőǒọỏốồổỗộơớờởỡợ", "oe": "œ",
	"r": "ŕŗř", "s": "śŝşšșṣ", "ss": "ß", "t": "ţťŧțṭ", "th": "þ", "u": "ùúûüũūŭůűųưụủứừửữự", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżžẓ",
	"dh": "ð",
}

var plainOf = func() map[rune]string {
	plain := map[rune]string{}
	for letters, all := range accented {
		for _, r := range all {
			plain[r] = letters
		}
	}
	return plain
}()
