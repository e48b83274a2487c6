/** The first of the sentences that say what is wrong; all, if no number is given. */
export async function gather(differences: AsyncIterable<string>, most = Number.POSITIVE_INFINITY): Promise<string[]> {
  const gathered: string[] = []
  for await (const difference of differences) {
    gathered.push(difference)
    if (gathered.length >= most) break
  }
  return gathered
}
