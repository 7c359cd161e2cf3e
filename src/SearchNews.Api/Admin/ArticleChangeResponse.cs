namespace SearchNews.Api.Admin;

/// <summary>An article that was written to the source folder and is searchable.</summary>
/// <param name="Id">The article.</param>
/// <param name="Generation">The generation that has it.</param>
/// <param name="Commit">A commit that has it, the last one there is.</param>
public sealed record ArticleChangeResponse(string Id, string Generation, long Commit);
