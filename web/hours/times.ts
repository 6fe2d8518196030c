/** `9:00`; midnight at the end of a day and what lies beyond it as of the next one. */
export const timeText = (minute: number): string => {
  const ofDay = minute === 1440 ? 1440 : minute % 1440
  return `${Math.floor(ofDay / 60)}:${String(ofDay % 60).padStart(2, '0')}`
}

/** Reads `9`, `930`, `9:30`, `9.30`, `21h`, `24:00`; null for what is no time. */
export function readTime(text: string): number | null {
  const match = /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*h?\s*$/i.exec(text)
  if (!match) return null
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)]
  return minute > 59 || hour * 60 + minute > 1440 ? null : hour * 60 + minute
}
