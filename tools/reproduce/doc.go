// Package reproduce holds no code: its test builds everything in two folders and compares the bytes.
package reproduce
