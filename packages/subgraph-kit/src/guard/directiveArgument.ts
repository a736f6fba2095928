import { type ASTNode, type DirectiveNode, valueFromASTUntyped } from 'graphql';

/** The value of a directive's argument on a definition, or undefined when the directive is not there. */
export function directiveArgument<T>(
  node: (ASTNode & { readonly directives?: readonly DirectiveNode[] }) | null | undefined,
  directive: string,
  argument: string,
): T | undefined {
  const found = node?.directives?.find(({ name }) => name.value === directive);
  return found === undefined ? undefined : (valueOfArgument(found, argument) as T | undefined);
}

/** The value of one argument of a directive; undefined when it was left out. */
export function valueOfArgument(directive: DirectiveNode, argument: string): unknown {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value === undefined ? undefined : valueFromASTUntyped(value);
}
