import { mkdirSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PICTURES = path.resolve(import.meta.dirname, '../.screenshots')
/** What fades in has its true colours after 140 ms, unless the page was opened without motion. */
const FADE_MS = 250

/** What axe finds, one line for each element: the rule, the element, and what is wrong with it. */
export async function violations(page: Page, { phone = false } = {}): Promise<string[]> {
  const isStill = await page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
  if (!isStill) await page.waitForTimeout(FADE_MS)
  const frames = phone ? page.frames() : [page.mainFrame()]
  const found = await Promise.all(frames.map((frame) => violationsIn(frame, !phone)))
  return found
    .flat()
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    )
}

/** Each frame by itself: the phone is from another origin, and what passed need not be told. */
async function violationsIn(frame: Frame, isAlone: boolean): Promise<axe.Result[]> {
  if (await frame.evaluate("typeof axe === 'undefined'")) await frame.evaluate(axe.source)
  const where = isAlone ? `{ exclude: ['[data-testid="customer-phone"]'] }` : 'document'
  const how = { runOnly: RULES, resultTypes: ['violations'], iframes: false }
  return (await frame.evaluate<axe.AxeResults>(`axe.run(${where}, ${JSON.stringify(how)})`)).violations
}

/** Pictures take as long as all else in a test: they are made for whoever sets HILO_PICTURES. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['HILO_PICTURES']) await keepPicture(page, name)
}

/** Into `.screenshots`, in any case. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** A page that shuts nobody out, is no wider than its window, and is pictured for whoever asks. */
export async function inspected(page: Page, name: string): Promise<void> {
  expect(await violations(page), name).toEqual([])
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(overflow, `${name} is wider than its window`).toBeLessThanOrEqual(0)
  await picture(page, name)
}

/** Colours, width and height of a window. */
export type Light = readonly ['light' | 'dark', number, number]
const EVERY_LIGHT: readonly Light[] = [
  ['light', 1440, 900],
  ['dark', 1440, 900],
  ['light', 1024, 768],
  ['dark', 390, 844],
  ['light', 390, 844],
]
/** Each width once, and both colours; with pictures asked for, all. */
export const LIGHTS = process.env['HILO_PICTURES'] ? EVERY_LIGHT : EVERY_LIGHT.filter((_, at) => [0, 2, 3].includes(at))

/** Goes on once for each light, in the same window: `arrive` loads the place and waits until it is there. */
export async function inLights(
  page: Page,
  lights: readonly Light[],
  arrive: (name: string, light: Light) => Promise<void>,
): Promise<void> {
  for (const light of lights) {
    const [colorScheme, width, height] = light
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height })
    await arrive(`${colorScheme}-${width}`, light)
  }
}
