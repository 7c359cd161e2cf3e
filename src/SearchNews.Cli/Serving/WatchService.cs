using Microsoft.Extensions.Hosting;
using SearchNews.Search.Maintenance;

namespace SearchNews.Cli.Serving;

/// <summary>Runs a <see cref="FolderWatcher"/> while the host runs.</summary>
internal sealed class WatchService(FolderWatcher watcher) : BackgroundService
{
    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        watcher.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => watcher.RunAsync(stoppingToken), CancellationToken.None);
}
