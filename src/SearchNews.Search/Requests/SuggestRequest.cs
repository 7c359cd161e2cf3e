namespace SearchNews.Search.Requests;

/// <summary>Asks how what is being typed may go on.</summary>
/// <param name="Query">What is in the search box; its last word may be unfinished. Blank asks for what is being read now.</param>
/// <param name="Size">How many, 1 to <see cref="MaxSize"/>.</param>
public sealed record SuggestRequest(string Query, int Size = SuggestRequest.DefaultSize)
{
    /// <summary>How many when nothing is said: what a list below a search box shows.</summary>
    public const int DefaultSize = 8;

    /// <summary>Most at once.</summary>
    public const int MaxSize = 20;
}
