namespace SearchNews.Search.Requests;

/// <summary>What is done about words that look mistyped.</summary>
public enum TypoPolicy
{
    /// <summary>Words that no article has, or that find too little, are searched in a better spelling too, below what was found as typed.</summary>
    Auto,

    /// <summary>Words are searched as typed; a better spelling is only suggested.</summary>
    Off,
}
