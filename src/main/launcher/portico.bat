@echo off
rem Starts Portico: with no argument the window, otherwise the command line. Needs Java 25 or newer.
setlocal
set "LIB=%~dp0..\lib"
if not defined PORTICO_JAVA if defined JAVA_HOME set "PORTICO_JAVA=%JAVA_HOME%\bin\java.exe"
if not defined PORTICO_JAVA set "PORTICO_JAVA=java"
"%PORTICO_JAVA%" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MetaspaceSize=64m -Xms16m -Xmx512m -XX:CompileCommand=quiet "-XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.02" %PORTICO_JAVA_OPTIONS% -cp "%LIB%\*" dev.portico.Main %*
exit /b %ERRORLEVEL%
