import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split(":root[data-theme='dark']")
const read = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]))
const themes = { light: read(light), dark: read(dark) }

/** Text on its ground: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const TEXT = [
  ['text', 'canvas'],
  ['text', 'surface'],
  ['text', 'selected'],
  ['text-2', 'canvas'],
  ['text-2', 'surface'],
  ['text-2', 'selected'],
  ['text-2', 'chip'],
  ['text-2', 'inset-in'],
  ['text-3', 'surface'],
  ['text-3', 'canvas'],
  ['on-accent', 'accent'],
  ['accent', 'surface'],
  ['accent', 'selected'],
  ['accent', 'canvas'],
  ['bubble-in-meta', 'bubble-in'],
  ['bubble-out-text', 'bubble-out'],
  ['bubble-out-meta', 'bubble-out'],
  ['bubble-out-text', 'inset-out'],
  ['link', 'bubble-out'],
  ['link', 'bubble-in'],
  ['danger', 'surface'],
  ['danger', 'danger-soft'],
  ['warn', 'surface'],
  ['warn', 'warn-soft'],
  ['success', 'success-soft'],
] as const
/** Shapes that carry meaning: at least 3 to 1 (1.4.11). */
const SHAPES = [
  ['border-control', 'surface'],
  ['focus', 'surface'],
  ['focus', 'canvas'],
  ['tick', 'bubble-out'],
  ['tick-read', 'bubble-out'],
  ['text-3', 'thread'],
  ['whatsapp', 'surface'],
] as const

describe.each(Object.entries(themes))('%s', (_, theme) => {
  const ratio = (front: string, back: string) => contrast(theme.get(front) ?? '', theme.get(back) ?? '')
  test.each(TEXT)('%s is readable on %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(SHAPES)('%s is visible on %s', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(3)
  })
})

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
