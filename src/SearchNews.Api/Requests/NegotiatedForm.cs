namespace SearchNews.Api.Requests;

/// <summary>Marks a route whose answer has several forms, chosen by what the client accepts: each form has a tag of its own, and caches are told.</summary>
/// <param name="Of">The form that a request gets.</param>
internal sealed record NegotiatedForm(Func<HttpRequest, string> Of);
