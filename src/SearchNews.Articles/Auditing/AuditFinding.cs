namespace SearchNews.Articles.Auditing;

/// <summary>One thing that an audit looks for, and the articles it was found in.</summary>
/// <param name="Code">One of <see cref="AuditCode"/>; stable, for scripts.</param>
/// <param name="Meaning">What it is, in a few words.</param>
/// <param name="Count">Articles it was found in.</param>
/// <param name="Of">Articles it was looked for in: those that have what it is about.</param>
/// <param name="Examples">Ids of the first of them in ordinal path order.</param>
public sealed record AuditFinding(string Code, string Meaning, int Count, int Of, IReadOnlyList<string> Examples)
{
    /// <summary><see cref="Count"/> by <see cref="Of"/>, 0 to 1; 0 when there is nothing to look in.</summary>
    public double Share => Of == 0 ? 0 : (double)Count / Of;
}
