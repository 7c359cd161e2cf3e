namespace SearchNews.Search.Responses;

/// <summary>One way how what is being typed may go on.</summary>
/// <param name="Text">What to put into the search box.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The article of a headline; null for a term.</param>
/// <param name="Count">Of a term: articles that have all its words, in title or excerpt. Of a headline: articles of its story.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, string? Id, int Count);
