namespace SearchNews.Search;

/// <summary>A request breaks a rule of the contract. HTTP answers 400 with these errors, the command line exits with 2; users see the messages.</summary>
public sealed class InvalidRequestException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="errors">Messages by parameter name; at least one.</param>
    public InvalidRequestException(IReadOnlyDictionary<string, string[]> errors)
        : base(string.Join(" ", errors.SelectMany(e => e.Value.Select(m => $"{e.Key}: {m}")))) => Errors = errors;

    /// <summary>Creates the error for one parameter.</summary>
    public InvalidRequestException(string parameter, string message)
        : this(new Dictionary<string, string[]>(StringComparer.Ordinal) { [parameter] = [message] })
    {
    }

    /// <summary>Messages by parameter name.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; }
}
