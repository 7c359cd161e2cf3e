namespace SearchNews.Api.Refreshing;

/// <summary>
/// Looks for a new generation again and again. A failure is logged when it begins and when it changes, not each time, and is shown by <c>/readyz</c>
/// until a later look succeeds; it never ends the process.
/// </summary>
public sealed partial class GenerationRefresher : BackgroundService
{
    private readonly Action _refresh;
    private readonly TimeProvider _clock;
    private readonly ILogger<GenerationRefresher> _logger;
    private volatile string? _failure;

    /// <summary>Creates the service; it begins to look when the host starts.</summary>
    /// <param name="refresh">Takes up the live generation; called from one thread at a time.</param>
    /// <param name="clock">Decides when.</param>
    /// <param name="logger">Where failures go.</param>
    public GenerationRefresher(Action refresh, TimeProvider clock, ILogger<GenerationRefresher> logger)
    {
        _refresh = refresh;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>Time between two looks.</summary>
    public static TimeSpan DefaultInterval { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What the last look failed of, fit to be shown to anyone; null when it succeeded.</summary>
    public string? Failure => _failure is { } type ? $"Looking for a new generation fails ({type}); the log has the details." : null;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(DefaultInterval, _clock);
        string? known = null;
        try
        {
            do known = Look(known);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Looks once; returns the failure, or null.</summary>
    private string? Look(string? known)
    {
        try
        {
            _refresh();
            _failure = null;
            if (known is not null) LogRecovered();
            return null;
        }
        catch (Exception e)
        {
            // The message may name folders of the host, so only the type is shown.
            _failure = e.GetType().Name;
            string failure = $"{e.GetType()}: {e.Message}";
            if (failure != known) LogFailed(e);
            return failure;
        }
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "Looking for a new generation fails")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(EventId = 21, Level = LogLevel.Information, Message = "Looking for a new generation succeeds again")]
    private partial void LogRecovered();
}
