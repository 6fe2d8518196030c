import type { GraphError } from '../graph/errors.ts'
import type { Template } from '../world/model.ts'
import { refusals } from './subcodes.ts'

type Wrong = (explanation: string) => GraphError

/**
 * How many words a text needs for its variables: one more than twice their number. Meta says "too many variables for the
 * length" and gives no figure; linters in the field work with this one (cloud-api §3.1, general knowledge).
 */
const wordsNeeded = (variables: number): number => 2 * variables + 1

/** Refuses what is wrong with the variables of a body. Gives their names in order. */
export function checkVariables(text: string, format: Template['parameterFormat'], wrong: Wrong): readonly string[] {
  const names = namesIn(text, format, wrong)
  if (names.length === 0) return names
  if (/^\s*\{\{|\}\}[\s.,;:!?¡¿]*$/.test(text))
    throw refusals.edgeVariable('Variables cannot be at the start or end of the template.')
  const words = text.replace(/\{\{.*?\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words < wordsNeeded(names.length))
    throw refusals.ratio(
      `The text has ${words} words beside ${names.length} variables; it needs ${wordsNeeded(names.length)}.`,
    )
  return names
}

/** The variables of a text, each once: numbers from 1 without a gap, or names in lower case. */
export function namesIn(text: string, format: Template['parameterFormat'], wrong: Wrong): readonly string[] {
  const found = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name.trim())
  const rest = text.replace(/\{\{[^{}]*\}\}/g, '')
  if (/\{\{|\}\}|\{\d+\}/.test(rest)) throw wrong('A variable has mismatched curly braces.')
  const names = [...new Set(found)]
  if (format === 'NAMED') {
    const bad = names.find((name) => !/^[a-z][a-z0-9_]*$/.test(name))
    if (bad !== undefined)
      throw wrong(`The variable {{${bad}}} is not named in lower-case letters, digits and underscores.`)
    if (found.length !== names.length) throw wrong('Each named variable is used once.')
    return names
  }
  const bad = names.find((name) => !/^\d+$/.test(name))
  if (bad !== undefined) throw wrong(`The variable {{${bad}}} is not a number; parameter_format is POSITIONAL.`)
  const numbers = names.map(Number).toSorted((a, b) => a - b)
  if (numbers.some((number, index) => number !== index + 1))
    throw wrong('Numbered variables run {{1}}, {{2}} … without a gap.')
  return numbers.map(String)
}
