namespace SearchNews.Api.Jobs;

/// <summary>How a job stands.</summary>
public enum JobState
{
    /// <summary>It works.</summary>
    Running,

    /// <summary>It ended and did what it was asked.</summary>
    Succeeded,

    /// <summary>It ended without; its error says why.</summary>
    Failed,

    /// <summary>It was cancelled and left everything as it was.</summary>
    Cancelled,
}
