namespace SearchNews.Lucene.Index;

/// <summary>A document breaks a rule of the index and was not added; the writer goes on. The message is fit to be shown.</summary>
public sealed class InvalidDocumentException : ArgumentException
{
    /// <summary>Creates the error.</summary>
    /// <param name="field">The field that breaks the rule.</param>
    /// <param name="rule">Which rule, with what was found.</param>
    public InvalidDocumentException(string field, string rule)
        : base($"Field '{field}' {rule}") => Field = field;

    /// <summary>The field that breaks the rule.</summary>
    public string Field { get; }
}
