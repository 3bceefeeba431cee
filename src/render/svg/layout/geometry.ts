/** Places on the paper: pixels, y grows downwards, x and y are the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}
