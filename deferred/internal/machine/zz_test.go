package machine
import ("testing";"math/rand/v2";"time")
func TestHang(t *testing.T){
 rnd:=rand.New(rand.NewPCG(5,5))
 for i:=0;i<200000;i++{
  p:=[]byte{}
  for range rnd.IntN(4)+1 { p=append(p, encode(seeds[rnd.IntN(len(seeds))].program)...) }
  for range rnd.IntN(12) { p[rnd.IntN(len(p))]=byte(rnd.Uint32()) }
  s:=time.Now()
  compare(t,decode(p))
  if d:=time.Since(s); d>300*time.Millisecond { t.Logf("%d %v %v",i,d,decode(p)); }
  if t.Failed() {return}
 }
}
