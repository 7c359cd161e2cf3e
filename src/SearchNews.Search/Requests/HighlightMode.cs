namespace SearchNews.Search.Requests;

/// <summary>How hits show which of their words matched.</summary>
public enum HighlightMode
{
    /// <summary>HTML: matched words in <c>&lt;mark&gt;</c>, all else escaped.</summary>
    Tags,

    /// <summary>Where matched words begin and end.</summary>
    Offsets,

    /// <summary>Not at all.</summary>
    None,
}
