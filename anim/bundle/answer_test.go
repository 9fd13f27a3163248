package bundle

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAnswers(t *testing.T) {
	for name, c := range map[string]struct{ rule, questions, want string }{
		"goals": {
			"goals", "\tmargin-top\t+=2em\tlinear\topacity\thide\t",
			"marginTop\t+=2em\tlinear\t1\topacity\thide\tcubic-bezier(0.3642, 0, 0.6358, 1)\t0",
		},
		"no goals": {"goals", "linear", ""},
		"tweens": {
			"tweens", "1\theight\tshow\t40px\t\t\tleft\t5\tauto\t\t\n0\tcolor\tred\tred\t\t\n0\topacity\thide\t0.25\t1\t",
			"0\t40\tpx\t40\t0\t5\tpx\t\n\t\t\t\n0.25\t0\t\t",
		},
	} {
		t.Run(name, func(t *testing.T) {
			answers, err := Answer(c.rule, c.questions)
			assert.NoError(t, err)
			assert.Equal(t, c.want, answers)
		})
	}
	for _, wrong := range [][2]string{{"goals", "a\tb"}, {"tweens", "a\tb"}, {"other", ""}, {"goals", "bounce"}} {
		_, err := Answer(wrong[0], wrong[1])
		assert.Error(t, err, wrong)
	}
}
