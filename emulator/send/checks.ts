import { type Fields, isFields, lengthOf, textOf } from '../json.ts'
import { badParameter, refuse } from '../graph/errors.ts'

/** An object that must be there. */
export function requireFields(value: unknown, path: string): Fields {
  if (value === undefined || value === null) throw refuse(131008, `Parameter '${path}' is mandatory`)
  if (!isFields(value)) throw badParameter(`Param ${path} must be a JSON object.`)
  return value
}

export function requireList(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) throw refuse(131008, `Parameter '${path}' is mandatory`)
  if (!Array.isArray(value)) throw badParameter(`Param ${path} must be an array.`)
  return value
}

/** A text that must be there, with its length in characters. `label` begins Meta's sentence: "Button title". */
export function requireText(value: unknown, path: string, label: string, max: number, min = 1): string {
  if (value === undefined || value === null) throw refuse(131008, `Parameter '${path}' is mandatory`)
  const text = textOf(value)
  if (text === undefined) throw badParameter(`Param ${path} must be a string.`)
  const length = lengthOf(text)
  if (length < min || length > max) {
    throw refuse(131009, `${label} length invalid. Min length: ${min}, Max length: ${max}`)
  }
  return text
}

export function optionalText(value: unknown, path: string, label: string, max: number): string | undefined {
  return value === undefined || value === null ? undefined : requireText(value, path, label, max)
}

/** The older refusal of Graph for single parameters: "Param text['body'] must be at most …". */
export function requireParam(value: unknown, path: string, max: number): string {
  const text = textOf(value)
  if (text === undefined || text === '') throw refuse(131008, `Parameter '${path}' is mandatory`)
  if (lengthOf(text) > max) throw badParameter(`Param ${path} must be at most ${max} characters long.`)
  return text
}

export function requireOneOf(value: unknown, path: string, allowed: readonly string[]): string {
  const text = textOf(value)
  if (text === undefined) throw refuse(131008, `Parameter '${path}' is mandatory`)
  if (!allowed.includes(text)) {
    throw badParameter(`Param ${path} must be one of {${allowed.join(', ').toUpperCase()}} - got "${text}".`)
  }
  return text
}

export function requireNumber(value: unknown, path: string, min: number, max: number): number {
  if (value === undefined || value === null) throw refuse(131008, `Parameter '${path}' is mandatory`)
  const number = typeof value === 'number' ? value : Number(textOf(value) ?? Number.NaN)
  if (!Number.isFinite(number) || number < min || number > max) {
    throw refuse(131009, `Parameter '${path}' must be a number between ${min} and ${max}`)
  }
  return number
}

export function requireUrl(value: unknown, path: string): string {
  const text = requireParam(value, path, 2000)
  if (!/^https?:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) throw refuse(131009, `${path} is not a valid URL`)
  return text
}

export function checkLocation(content: unknown): Fields {
  const location = requireFields(content, 'location')
  return {
    ...location,
    latitude: requireNumber(location['latitude'], "location['latitude']", -90, 90),
    longitude: requireNumber(location['longitude'], "location['longitude']", -180, 180),
  }
}
