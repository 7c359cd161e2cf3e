// Shows this service's own description and nothing else: no address from the query string, no validator of somebody else, no key kept.
SwaggerUIBundle({
  url: '/openapi/v1.json',
  dom_id: '#docs',
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  queryConfigEnabled: false,
  validatorUrl: null,
  persistAuthorization: false,
});
