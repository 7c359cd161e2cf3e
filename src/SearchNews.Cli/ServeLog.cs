using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SearchNews.Cli.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace SearchNews.Cli;

/// <summary>
/// Logs of the service, on the error stream: readable lines on a terminal, JSON elsewhere and in files, so that no text of a user can forge a line. A section
/// <c>Serilog</c> in the configuration adds to it.
/// </summary>
internal static class ServeLog
{
    private const string Template = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Makes the log.</summary>
    /// <exception cref="UsageException">The section <c>Serilog</c> has something that cannot be followed.</exception>
    public static Logger Create(CommandContext context)
    {
        LogEventLevel level = context.Verbose ? LogEventLevel.Debug : context.Quiet ? LogEventLevel.Warning : LogEventLevel.Information;
        var faults = new ConcurrentQueue<string>();
        SelfLog.Enable(faults.Enqueue);
        try
        {
            LoggerConfiguration configuration = new LoggerConfiguration()
                .MinimumLevel.Is(level)
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .Enrich.With<WithoutRequestPath>()
                .Filter.ByExcluding(IsFailedStart)
                .ReadFrom.Configuration(context.Configuration);
            LogOptions options = LogOptions.Read(context.Configuration);
            configuration = options.IsReadable ?? !Console.IsErrorRedirected
                ? configuration.WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose)
                : configuration.WriteTo.Console(new JsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose);
            if (options.File is { } file)
            {
                configuration = configuration.WriteTo.File(
                    new JsonFormatter(), file, fileSizeLimitBytes: options.FileSize, retainedFileCountLimit: options.KeepFiles, rollOnFileSizeLimit: true, rollingInterval: RollingInterval.Day);
            }

            Logger log = configuration.CreateLogger();
            return faults.TryPeek(out string? fault) ? throw new UsageException($"Serilog: {fault}") : log;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or TargetInvocationException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Serilog: {(e.InnerException ?? e).Message}");
        }
        finally
        {
            SelfLog.Disable();
        }
    }

    /// <summary>Makes it the only log of the service.</summary>
    public static void Use(WebApplicationBuilder builder, Logger log)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new SerilogLoggerProvider(log));
    }

    /// <summary>The host logs with a stack that it could not start; the command says so in one line.</summary>
    private static bool IsFailedStart(LogEvent logEvent) =>
        logEvent.Exception is IOException or SocketException
        && logEvent.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: "Microsoft.Extensions.Hosting.Internal.Host" };

    /// <summary>The framework puts the path, as the client sent it, on every line of a request; the route that our own line names says enough.</summary>
    private sealed class WithoutRequestPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
