// Package layers holds no code: its tests guard how the project is built up, where the compiler does not.
package layers
