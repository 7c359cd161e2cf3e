namespace SearchNews.Search;

/// <summary>What a cursor goes on in is not held any more: it was not used for too long, newer ones took its place, or the service was started anew. HTTP answers 410; the way out is the first page.</summary>
public sealed class CursorExpiredException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and the way out; users see it.</param>
    public CursorExpiredException(string message)
        : base(message)
    {
    }
}
