namespace SearchNews.Search.Responses;

/// <summary>How what is being typed may go on: terms, then headlines, each best first.</summary>
/// <param name="Suggestions">The suggestions.</param>
public sealed record SuggestResponse(IReadOnlyList<Suggestion> Suggestions);
