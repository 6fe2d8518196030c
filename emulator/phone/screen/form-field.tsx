import type { ReactNode } from 'react'
import type { FormField as Field } from '../control/types.ts'
import { useWords } from '../words/index.ts'

const box = 'mt-1 block w-full rounded-[6px] border border-wa-ink-2/60 bg-white px-2.5 text-[14px] text-wa-ink'

/** One field of a form, as WhatsApp draws it; `start`: what stands there already. */
export function FormField({ field, start = '' }: { field: Field; start?: string | readonly string[] | boolean }) {
  const words = useWords()
  const { name, label, input, isRequired, options } = field
  const named = isRequired ? label : `${label} (${words.optional})`
  const text = typeof start === 'string' ? start : ''
  const isChosen = (id: string) => (Array.isArray(start) ? start.includes(id) : start === id)
  switch (input) {
    case 'yes':
      return (
        <Choice label={label}>
          <input type="checkbox" name={name} required={isRequired} defaultChecked={start === true} className={mark} />
        </Choice>
      )
    case 'several':
    case 'one':
      return (
        <fieldset>
          <legend className="text-[13px]/4.5 font-medium">{named}</legend>
          {options.map(({ id, title }) => (
            <Choice key={id} label={title}>
              <input
                type={input === 'one' ? 'radio' : 'checkbox'}
                name={name}
                value={id}
                required={input === 'one' && isRequired}
                defaultChecked={isChosen(id)}
                className={mark}
              />
            </Choice>
          ))}
        </fieldset>
      )
    case 'menu':
      return (
        <label className="block text-[13px]/4.5 font-medium">
          {named}
          <select name={name} required={isRequired} className={`${box} h-10`} defaultValue={text}>
            <option value="" />
            {options.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )
    case 'area':
      return (
        <label className="block text-[13px]/4.5 font-medium">
          {named}
          <textarea name={name} required={isRequired} rows={3} defaultValue={text} className={`${box} py-2`} />
        </label>
      )
    default:
      return (
        <label className="block text-[13px]/4.5 font-medium">
          {named}
          <input name={name} type={input} required={isRequired} defaultValue={text} className={`${box} h-10`} />
        </label>
      )
  }
}

const mark = 'size-5 shrink-0 accent-wa-accent'

const Choice = ({ label, children }: { label: string; children: ReactNode }) => (
  <label className="flex min-h-10 items-center gap-2.5 text-[14px]/5">
    {children}
    {label}
  </label>
)
