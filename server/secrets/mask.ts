/**
 * An identity document's number as it is shown: of 15 characters and more the first two (the province) and the last; of 5
 * and more the first and the last; of fewer none. Every other character is a star. So neither the date of birth, nor the
 * sex (digit 17), nor enough to try the rest is visible.
 * @param number normalised, as `parseIdentityDocument` gives it
 */
export function maskIdNumber(number: string): string {
  if (number.length >= 15) return stars(number, 2, 1)
  return number.length >= 5 ? stars(number, 1, 1) : stars(number, 0, 0)
}

/**
 * A phone number as it is shown: `+`, as many of the first digits as leave eight (at most five: country, and network or
 * area), stars, and the last two; with fewer than eight digits none of them. At least six digits are hidden, or all.
 * An extension isn't shown.
 * @param phone E.164, perhaps with an extension (`phoneText`)
 */
export function maskPhone(phone: string): string {
  const digits = phone.split(';')[0]?.replace(/\D/g, '') ?? ''
  return digits.length >= 8 ? `+${stars(digits, Math.min(5, digits.length - 8), 2)}` : `+${stars(digits, 0, 0)}`
}

function stars(text: string, first: number, last: number): string {
  const end = text.length - last
  return `${text.slice(0, first)}${'*'.repeat(end - first)}${text.slice(end)}`
}
