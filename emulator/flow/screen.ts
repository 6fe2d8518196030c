import { type Fields, fieldsOf, isFields, listOf, textOf, truthOf } from '../json.ts'
import { type Flow, screensOf } from './flows.ts'

export type FormOption = { readonly id: string; readonly title: string }
/** What a phone shows of a screen, from top to bottom. */
export type FormPart =
  | { readonly kind: 'text'; readonly text: string; readonly isHeading: boolean }
  | {
      readonly kind: 'field'
      readonly name: string
      readonly label: string
      readonly input: 'text' | 'number' | 'email' | 'tel' | 'area' | 'date' | 'menu' | 'one' | 'several' | 'yes'
      readonly isRequired: boolean
      /** Empty where anything may be written. */
      readonly options: readonly FormOption[]
    }
/** What the button at the end does; `payload` is filled in with what was entered: `${form.name}`. */
export type FormEnd = {
  readonly label: string
  readonly does: 'complete' | 'navigate' | 'data_exchange'
  readonly next: string
  readonly payload: Fields
}
export type FormScreen = {
  readonly id: string
  readonly title: string
  readonly parts: readonly FormPart[]
  readonly end: FormEnd | null
}

/** A screen of a form with its data filled in; null: the form has none of that name. */
export function screenOf(flow: Flow, id: string, data: Fields): FormScreen | null {
  const screen = screensOf(flow).find((each) => each['id'] === id)
  if (screen === undefined) return null
  const whole = fieldsOf(filled(screen, data))
  const children = componentsIn(listOf(fieldsOf(whole['layout'])['children']))
  const footer = children.find(({ type }) => type === 'Footer')
  return {
    id,
    title: textOf(whole['title']) ?? id,
    parts: children.flatMap((component) => partOf(component) ?? []),
    end: footer === undefined ? null : endOf(footer),
  }
}

/** Forms within a layout, and columns, are read through (Flow JSON, Components, 7.3). */
const componentsIn = (children: readonly unknown[]): readonly Fields[] =>
  children.map(fieldsOf).flatMap((child) => {
    const inner = listOf(child['children'])
    return inner.length > 0 ? componentsIn(inner) : [child]
  })

const TEXTS = ['TextHeading', 'TextSubheading', 'TextBody', 'TextCaption', 'RichText']
const INPUTS: Readonly<Record<string, Extract<FormPart, { kind: 'field' }>['input']>> = {
  TextInput: 'text',
  TextArea: 'area',
  DatePicker: 'date',
  CalendarPicker: 'date',
  Dropdown: 'menu',
  RadioButtonsGroup: 'one',
  CheckboxGroup: 'several',
  ChipsSelector: 'several',
  OptIn: 'yes',
}

function partOf(component: Fields): FormPart | null {
  const type = textOf(component['type']) ?? ''
  if (TEXTS.includes(type)) {
    const { text } = component
    const lines = Array.isArray(text) ? text.map(String).join('\n') : (textOf(text) ?? '')
    return { kind: 'text', text: lines, isHeading: type === 'TextHeading' || type === 'TextSubheading' }
  }
  const input = Object.hasOwn(INPUTS, type) ? INPUTS[type] : undefined
  const name = textOf(component['name'])
  if (input === undefined || name === undefined) return null
  return {
    kind: 'field',
    name,
    label: textOf(component['label']) ?? name,
    input: input === 'text' ? kindOfText(textOf(component['input-type'])) : input,
    isRequired: truthOf(component['required']),
    options: listOf(component['data-source']).flatMap(optionOf),
  }
}

/** Pass codes are written like a text: whoever plays the customer may see them. */
function kindOfText(kind: string | undefined): 'text' | 'number' | 'email' | 'tel' {
  return kind === 'number' || kind === 'email' ? kind : kind === 'phone' ? 'tel' : 'text'
}

const optionOf = (entry: unknown): readonly FormOption[] => {
  const id = isFields(entry) ? textOf(entry['id']) : textOf(entry)
  return id === undefined ? [] : [{ id, title: (isFields(entry) ? textOf(entry['title']) : undefined) ?? id }]
}

function endOf(footer: Fields): FormEnd | null {
  const action = fieldsOf(footer['on-click-action'])
  const does = textOf(action['name'])
  if (does !== 'complete' && does !== 'navigate' && does !== 'data_exchange') return null
  const next = textOf(fieldsOf(action['next'])['name']) ?? ''
  return { label: textOf(footer['label']) ?? does, does, next, payload: fieldsOf(action['payload']) }
}

/** `${data.x}` becomes what was given for it, whole where nothing stands beside it. `${form.x}` is left to the phone. */
function filled(value: unknown, data: Fields): unknown {
  if (Array.isArray(value)) return value.map((each) => filled(each, data))
  if (isFields(value))
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, data)]))
  if (typeof value !== 'string') return value
  const whole = /^\$\{data\.([\w.]+)\}$/.exec(value)
  if (whole !== null) return at(data, whole[1] ?? '')
  return value.replace(/\$\{data\.([\w.]+)\}/g, (_all, path: string) => textOf(at(data, path)) ?? '')
}

const at = (data: Fields, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => fieldsOf(value)[name], data)
