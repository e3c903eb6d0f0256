#include "textflag.h"

// Each kernel computes one panel of 24 outputs, three vectors of eight, for one row
// or four. The sums of row 0 are in Y0, Y1, Y2, those of row 1 in Y3, Y4, Y5, and
// so on. Every sum adds its products in the order of the inputs, whatever the
// number of rows.

// LOAD reads the fields of args: DI dst, SI src, BX panel, DX bias, R8 and R9 the
// bytes between rows of dst and src, CX the number of inputs, R10 and R11 three
// times R8 and R9.
#define LOAD \
	MOVQ a+0(FP), AX; \
	MOVQ 0(AX), DI; \
	MOVQ 8(AX), SI; \
	MOVQ 16(AX), BX; \
	MOVQ 24(AX), DX; \
	MOVQ 32(AX), R8; \
	MOVQ 40(AX), R9; \
	MOVQ 48(AX), CX; \
	LEAQ (R8)(R8*2), R10; \
	LEAQ (R9)(R9*2), R11

#define CLEAR(A, B, C) \
	VXORPS A, A, A; \
	VXORPS B, B, B; \
	VXORPS C, C, C

// WEIGHTS reads the weights of the next input.
#define WEIGHTS \
	VMOVUPS 0(BX), Y12; \
	VMOVUPS 32(BX), Y13; \
	VMOVUPS 64(BX), Y14

// MULTIPLY adds the products of one row's input.
#define MULTIPLY(X, A, B, C) \
	VBROADCASTSS X, Y15; \
	VFMADD231PS Y12, Y15, A; \
	VFMADD231PS Y13, Y15, B; \
	VFMADD231PS Y14, Y15, C

#define BIAS \
	VMOVUPS 0(DX), Y12; \
	VMOVUPS 32(DX), Y13; \
	VMOVUPS 64(DX), Y14

#define ADD(A, B, C) \
	VADDPS Y12, A, A; \
	VADDPS Y13, B, B; \
	VADDPS Y14, C, C

#define STORE(A, B, C, P0, P1, P2) \
	VMOVUPS A, P0; \
	VMOVUPS B, P1; \
	VMOVUPS C, P2

// GREATEST stores the greatest of the three rivals of each output.
#define GREATEST(A, B, C, P) \
	VMAXPS A, B, B; \
	VMAXPS B, C, C; \
	VMOVUPS C, P

#define FOUR_ROWS \
	LOAD; \
	CLEAR(Y0, Y1, Y2); \
	CLEAR(Y3, Y4, Y5); \
	CLEAR(Y6, Y7, Y8); \
	CLEAR(Y9, Y10, Y11)

#define STEP_FOUR \
	WEIGHTS; \
	MULTIPLY((SI), Y0, Y1, Y2); \
	MULTIPLY((SI)(R9*1), Y3, Y4, Y5); \
	MULTIPLY((SI)(R9*2), Y6, Y7, Y8); \
	MULTIPLY((SI)(R11*1), Y9, Y10, Y11); \
	ADDQ $4, SI; \
	ADDQ $96, BX; \
	DECQ CX

#define ADD_FOUR \
	BIAS; \
	ADD(Y0, Y1, Y2); \
	ADD(Y3, Y4, Y5); \
	ADD(Y6, Y7, Y8); \
	ADD(Y9, Y10, Y11)

#define STEP_ONE \
	WEIGHTS; \
	MULTIPLY((SI), Y0, Y1, Y2); \
	ADDQ $4, SI; \
	ADDQ $96, BX; \
	DECQ CX

// func productFour(a *args)
TEXT ·productFour(SB), NOSPLIT, $0-8
	FOUR_ROWS
	PCALIGN $32
next:
	STEP_FOUR
	JNZ next
	ADD_FOUR
	STORE(Y0, Y1, Y2, (DI), 32(DI), 64(DI))
	STORE(Y3, Y4, Y5, (DI)(R8*1), 32(DI)(R8*1), 64(DI)(R8*1))
	STORE(Y6, Y7, Y8, (DI)(R8*2), 32(DI)(R8*2), 64(DI)(R8*2))
	STORE(Y9, Y10, Y11, (DI)(R10*1), 32(DI)(R10*1), 64(DI)(R10*1))
	VZEROUPPER
	RET

// func productOne(a *args)
TEXT ·productOne(SB), NOSPLIT, $0-8
	LOAD
	CLEAR(Y0, Y1, Y2)
	PCALIGN $32
next:
	STEP_ONE
	JNZ next
	BIAS
	ADD(Y0, Y1, Y2)
	STORE(Y0, Y1, Y2, (DI), 32(DI), 64(DI))
	VZEROUPPER
	RET

// func maxoutFour(a *args)
TEXT ·maxoutFour(SB), NOSPLIT, $0-8
	FOUR_ROWS
	PCALIGN $32
next:
	STEP_FOUR
	JNZ next
	ADD_FOUR
	GREATEST(Y0, Y1, Y2, (DI))
	GREATEST(Y3, Y4, Y5, (DI)(R8*1))
	GREATEST(Y6, Y7, Y8, (DI)(R8*2))
	GREATEST(Y9, Y10, Y11, (DI)(R10*1))
	VZEROUPPER
	RET

// func maxoutOne(a *args)
TEXT ·maxoutOne(SB), NOSPLIT, $0-8
	LOAD
	CLEAR(Y0, Y1, Y2)
	PCALIGN $32
next:
	STEP_ONE
	JNZ next
	BIAS
	ADD(Y0, Y1, Y2)
	GREATEST(Y0, Y1, Y2, (DI))
	VZEROUPPER
	RET
