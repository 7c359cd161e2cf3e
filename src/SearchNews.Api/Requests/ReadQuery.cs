namespace SearchNews.Api.Requests;

/// <summary>The query string of a request as it was read.</summary>
/// <param name="Text">The string itself, by which it is known whether the request still has it.</param>
/// <param name="Pairs">Its names and values.</param>
internal sealed record ReadQuery(string Text, IReadOnlyList<KeyValuePair<string, string>> Pairs);
