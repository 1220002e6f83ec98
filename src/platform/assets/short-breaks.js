import * as govuk from '/assets/govuk/govuk-frontend.min.js';
import * as moj from '/assets/moj/moj-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
govuk.initAll();
moj.initAll();
