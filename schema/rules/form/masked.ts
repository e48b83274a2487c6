/**
 * Whether a personal value is the masked text that was shown in its place, such as `11***************X`: no number of a
 * document or phone has a star. Who sends it back means the value that is there.
 */
export function isMasked(value: string): boolean {
  return value.includes('*')
}
