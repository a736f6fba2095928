import { registerDecorator } from 'class-validator';

const CPR = /(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)/;

/** NGOs never hold CPR numbers: text (or each text of a list) that holds what looks like one is refused. */
export function NoCpr(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'noCpr',
      target: target.constructor,
      propertyName: String(property),
      options: { message: 'holds what looks like a CPR number, which an NGO may not hold' },
      validator: {
        validate: (value: unknown) => {
          const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
          return texts.every((text) => typeof text !== 'string' || !CPR.test(text));
        },
      },
    });
}
