namespace SearchNews.Lucene.Search.QueryParsing;

/// <summary>A query text cannot be understood. The message says what is wrong, where, and what to do.</summary>
public sealed class QueryParseException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong, and the way out.</param>
    /// <param name="position">Where in the text, in UTF-16 units from 0.</param>
    /// <param name="innerException">The cause, if another part refused the query.</param>
    public QueryParseException(string message, int position, Exception? innerException = null)
        : base($"{message} (at position {position})", innerException) => Position = position;

    /// <summary>Where in the text, in UTF-16 units from 0.</summary>
    public int Position { get; }
}
