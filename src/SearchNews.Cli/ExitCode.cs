namespace SearchNews.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed, an unknown id, or an evaluation below its baseline.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the configuration is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Done, but some files were skipped.</summary>
    public const int SomeSkipped = 3;

    /// <summary>The index is missing or damaged.</summary>
    public const int IndexUnusable = 4;

    /// <summary>Somebody else writes to the index.</summary>
    public const int IndexLocked = 5;

    /// <summary>A safety check refused.</summary>
    public const int Refused = 6;

    /// <summary>Interrupted; the live index is untouched.</summary>
    public const int Interrupted = 130;
}
