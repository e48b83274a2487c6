/** Days for which an application can be taken out of the bin again. */
export const binDays = 30
