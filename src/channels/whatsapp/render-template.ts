import type { FilledTemplate, TemplateValue } from '#core/template/template.ts'

/** The `template` object of a send (cloud-api §3.2): components only where there is something to fill in. */
export function renderTemplate(template: FilledTemplate) {
  const texts = (part: TemplateValue['part']) => ({
    type: part,
    parameters: inMetasOrder(template, part).map(({ name, value }) => ({
      type: 'text',
      ...(template.named && { parameter_name: name }),
      text: value,
    })),
  })
  const components = [
    texts('header'),
    texts('body'),
    ...template.values.filter(({ part }) => part === 'button').map((value) => renderButton(template, value)),
  ].filter(({ parameters }) => parameters.length > 0)
  return {
    name: template.name,
    language: { code: template.language },
    ...(components.length > 0 && { components }),
  }
}

/** Numbered values are matched by their place: the first is `{{1}}`, whatever order the text has. */
function inMetasOrder(template: FilledTemplate, part: TemplateValue['part']): readonly TemplateValue[] {
  const values = template.values.filter((value) => value.part === part)
  return template.named ? values : values.toSorted((a, b) => Number(a.name) - Number(b.name))
}

function renderButton(template: FilledTemplate, { buttonIndex, value }: TemplateValue) {
  const copies = template.rendered.buttons[buttonIndex ?? 0]?.kind === 'COPY_CODE'
  return {
    type: 'button',
    sub_type: copies ? 'copy_code' : 'url',
    index: String(buttonIndex ?? 0),
    parameters: [copies ? { type: 'coupon_code', coupon_code: value } : { type: 'text', text: value }],
  }
}
