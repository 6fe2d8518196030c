import type { FormField as Field } from '../control/types.ts'

const box = 'mt-1 block w-full rounded-[6px] border border-wa-ink-2/60 bg-white px-2.5 text-[14px] text-wa-ink'

/** One field of a form, as WhatsApp draws it. */
export function FormField({ field }: { field: Field }) {
  const { name, label, input, isRequired, options } = field
  if (input === 'yes') {
    return (
      <label className="flex min-h-10 items-center gap-2.5 text-[14px]/5">
        <input type="checkbox" name={name} required={isRequired} className="size-5 accent-wa-accent" />
        {label}
      </label>
    )
  }
  if (input === 'several') {
    return (
      <fieldset>
        <legend className="text-[13px]/4.5 font-medium">{label}</legend>
        {options.map(({ id, title }) => (
          <label key={id} className="flex min-h-9 items-center gap-2.5 text-[14px]/5">
            <input type="checkbox" name={name} value={id} className="size-5 accent-wa-accent" />
            {title}
          </label>
        ))}
      </fieldset>
    )
  }
  return (
    <label className="block text-[13px]/4.5 font-medium">
      {label}
      {input === 'one' ? (
        <select name={name} required={isRequired} className={`${box} h-10`} defaultValue="">
          <option value="" />
          {options.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      ) : input === 'area' ? (
        <textarea name={name} required={isRequired} rows={3} className={`${box} py-2`} />
      ) : (
        <input name={name} type={input} required={isRequired} className={`${box} h-10`} />
      )}
    </label>
  )
}
