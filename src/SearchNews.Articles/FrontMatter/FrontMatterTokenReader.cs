namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// Pulls the tokens of one front matter. The seam between YAML and articles: whatever reads YAML gives these tokens, and all
/// that is known about articles sits behind <see cref="FrontMatterCursor"/>. Two readers agree on a text when they give the same
/// tokens. Used by one thread.
/// </summary>
/// <remarks>
/// A reader refuses what front matter may not have (anchors, aliases, tags, a second document). Depth, keys and repeats are
/// checked by the cursor. A reader must do no more than a bounded amount of work ahead of the token it gives, so that the
/// cursor can stop it in time.
/// </remarks>
internal abstract class FrontMatterTokenReader
{
    /// <summary>The current token.</summary>
    public FrontMatterToken Token { get; protected set; }

    /// <summary>Offset of the current token in the front matter, UTF-16 units.</summary>
    public int Offset { get; protected set; }

    /// <summary>The unescaped text of a <see cref="FrontMatterToken.Scalar"/>; empty otherwise.</summary>
    public abstract string Text { get; }

    /// <summary>True when the scalar is written without quotes and not as a block: only then `null`, `~` and the like are not text.</summary>
    public bool IsPlain { get; protected set; }

    /// <summary>Moves to the next token; false after the last, and always for an empty front matter.</summary>
    /// <exception cref="FrontMatterException">The text is not YAML, or uses what front matter may not.</exception>
    public abstract bool Read();
}
