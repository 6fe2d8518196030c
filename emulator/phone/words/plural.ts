/** A sentence that changes with its count; `#` stands for the number. */
export function plural(
  language: string,
  forms: { one: string; many?: string; other: string },
): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  const figures = new Intl.NumberFormat(language)
  return (count) => {
    const rule = rules.select(count)
    const form = rule === 'one' ? forms.one : rule === 'many' ? (forms.many ?? forms.other) : forms.other
    return form.replace('#', figures.format(count))
  }
}
