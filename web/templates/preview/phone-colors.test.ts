import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(path.join(import.meta.dirname, 'phone.css'), 'utf8')
const colorsOf = (block: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(block.matchAll(/--phone-([a-z]+): (#[0-9a-f]{6});/g), ([, name = '', value = '']) => [name, value]),
  )
const [light = '', dark = ''] = css.split("[data-theme-of-phone='dark']")

const luminance = (color: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

describe.each([
  ['light', colorsOf(light)],
  ['dark', colorsOf(dark)],
])('on the %s telephone', (_, colors) => {
  test.each([
    ['text', 'bubble'],
    ['meta', 'bubble'],
    ['link', 'bubble'],
    ['text', 'sent'],
    ['meta', 'inset'],
    ['text', 'bar'],
    ['meta', 'bar'],
    ['link', 'sheet'],
  ])('%s is readable on %s', (text, ground) => {
    expect(contrast(colors.get(text) ?? '', colors.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})
