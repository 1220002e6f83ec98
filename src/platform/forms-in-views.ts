import { randomBytes } from 'node:crypto';
import nunjucks from 'nunjucks';
import { FORM_TOKEN } from './form-token';

/** Nobody can write it into a page: it is another at every start. */
const PLACE = `form-token-${randomBytes(16).toString('hex')}`;

const POST_FORM = /<form\b(?=[^>]*\bmethod="post")(?:\{\{.*?\}\}|\{%.*?%\}|[^>])*>/gi;

interface Drawn {
  readonly page?: { readonly formToken: string };
}

/**
 * Every form our templates post carries the token of the page it is drawn on, and none can forget to: it is put into
 * the templates as they are read, so that a form in what somebody typed would get none.
 */
export class FormLoader extends nunjucks.FileSystemLoader {
  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name);
    // Nunjucks asks every folder in turn and is answered `null` by those without the template.
    return (source as unknown) === null ? source : { ...source, src: withPlaces(source.src) };
  }
}

/** @returns the same template, with a place for the token in each form it posts. */
export function withPlaces(template: string): string {
  return template.replace(POST_FORM, `$&<input type="hidden" name="${FORM_TOKEN}" value="${PLACE}">`);
}

/** Fills the places in whatever `environment` draws. */
export function fillFormTokens(environment: nunjucks.Environment): void {
  const render = environment.render.bind(environment) as Render;
  const filling: Render = (name, context, callback) =>
    render(name, context, (error, html) =>
      callback(error, html?.includes(PLACE) ? html.replaceAll(PLACE, context.page?.formToken ?? '') : html),
    );
  environment.render = filling as typeof environment.render;
}

type Render = (
  name: string,
  context: Drawn,
  callback: (error: Error | null, html: string | null) => void,
) => void;
