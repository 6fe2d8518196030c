export type Point = { readonly latitude: number; readonly longitude: number }

/** A point out of "19.4261, -99.1718", or of the address of a map that holds one. Null: none, or not on this planet. */
export function readPoint(text: string): Point | null {
  const found =
    /mlat=(-?\d+\.?\d*)&mlon=(-?\d+\.?\d*)/.exec(text) ?? /(-?\d{1,3}\.?\d*)\s*[,;]\s*(-?\d{1,3}\.?\d*)/.exec(text)
  if (!found) return null
  const latitude = Number(found[1])
  const longitude = Number(found[2])
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}
