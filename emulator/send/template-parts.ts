import { type Fields, textOf } from '../json.ts'
import { refuse } from '../graph/errors.ts'
import type { Template } from '../world/model.ts'
import { requireFields, requireList } from './checks.ts'

/** A component of a template by Meta's name of its type: "BODY". */
export const componentOf = (template: Template, type: string): Fields | undefined =>
  template.components.find((component) => component['type'] === type)

/** The parameters of a component, each an object with a type. */
export function parametersOf(component: Fields | undefined, path: string): readonly Fields[] {
  if (component?.['parameters'] === undefined) return []
  return requireList(component['parameters'], `${path}['parameters']`).map((entry, index) => {
    const parameter = requireFields(entry, `${path}['parameters'][${index}]`)
    if (textOf(parameter['type']) === undefined) throw refuse(131008, `Parameter 'type' is mandatory in ${path}`)
    return parameter
  })
}
