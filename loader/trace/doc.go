// Package trace takes down why the stages decide as they do: for whom a
// pronoun stood and who else was looked at, which words looked like an event
// and are none, and by which reason of a closed list. It must not know what a
// stage looks for, and a stage decides the same whether it is traced or not.
package trace
